/** What an emoji or emoticon adds for the one who reads it. */
export type Valence = 'warm' | 'laughing' | 'sad' | 'hostile' | 'plain'

const warm =
  '😀😃😄😁😊🙂☺🥰😍😘😗😙😚🤗🤩😇😌🥲❤🧡💛💚💙💜🖤🤍🤎💕💖💗💓💞💝💟❣💐🌷🌸🌹🌻🌼🌞🎉🎊🥳🎈🎂👏🙌👍👌✅💯🤗🙏✨🌟⭐💪🫶🤝🕊🌈🫂🤞✌🥂🍻🏆🎁😎😉😋🤭'
const laughing = '😂🤣😆😅😹🙈💀☠🤪😜😝😛'
const sad = '😢😭😞😔🥺💔😟😕🙁☹😣😖😫😩😿😥😰😓😪😮🖤'
const hostile = '😠😡🤬👿😤🙄😒🖕👎🤮🤢💩🤡😑😏🔪🔫💣🐍🐀🐷🐽🐒🐵🙊🤥🚮👊🪓⚰🧟🤏🥱'

const valences = new Map<string, Valence>()
for (const [faces, valence] of [
  [warm, 'warm'],
  [laughing, 'laughing'],
  [sad, 'sad'],
  [hostile, 'hostile'],
] as const)
  for (const face of faces) if (!valences.has(face)) valences.set(face, valence)

function emoticon(face: string): Valence {
  if (face.startsWith('</3')) return 'sad'
  if (/[<^]/.test(face[0]!)) return 'warm'
  if (face.startsWith('>:')) return 'hostile'
  if (/[)\]3pd*]/.test(face.slice(1)) && !face.startsWith('(')) return 'warm'
  if (/[([{_;]/.test(face.slice(1))) return 'sad'
  return 'plain'
}

/** The valence of an emoji token's word. */
export function valenceOf(face: string): Valence {
  const found = valences.get(face)
  if (found) return found
  return face.charCodeAt(0) < 128 ? emoticon(face) : 'plain'
}
