/*
 * The careful reader's arithmetic, written in AssemblyScript for WebAssembly with SIMD; scripts/lib/kernel.mjs
 * compiles it. Every function works on memory whose layout tone/src/careful/ decides; nothing is allocated here.
 */
export { attend } from './attend'
export { gelu } from './gelu'
export { multiply } from './multiply'
export { addAndNormalise, normalise } from './normalise'
export { pack } from './pack'
export { quantise } from './quantise'
