// The careful reader's worker, as a script of this site: its answer has a policy of its own, see foundation/http/guard.ts.
import '@kindling/tone/careful-worker'
