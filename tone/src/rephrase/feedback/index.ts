export { composeFeedback, type FilledFeedback } from './compose-feedback.ts'
export { type Feedback, feedback, type PartName, partNames } from './feedback.ts'
