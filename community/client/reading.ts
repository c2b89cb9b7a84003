// What the pause reads with: a file of its own that travels with the model, and that browsers keep when the pause changes.
export { loadCareful, loadLanguage, loadQuick, read, readCarefully } from '@kindling/tone'
