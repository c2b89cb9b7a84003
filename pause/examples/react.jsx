import { useState } from 'react'
import { createRoot } from 'react-dom/client'

function Answer() {
  const [draft, setDraft] = useState('')
  const [posted, setPosted] = useState([])

  // Runs once the message goes its way; until then the submit does not reach React.
  function post(event) {
    event.preventDefault()
    setPosted([...posted, draft])
    setDraft('')
  }

  return (
    <>
      <h1>Watering the glasshouse</h1>
      <ul>
        {posted.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <form onSubmit={post}>
        <label htmlFor="answer">Your answer</label>
        <textarea id="answer" rows={5} value={draft} onChange={(event) => setDraft(event.target.value)} />
        <kind-pause for="answer" person="Sam" thing="the rota" />
        <button type="submit">Post</button>
      </form>
    </>
  )
}

createRoot(document.getElementById('app')).render(<Answer />)
