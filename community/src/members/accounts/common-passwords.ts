/** Long passwords that stand near the top of every list of stolen ones, in lower case. */
export const COMMON = new Set(
  `passwordpassword correcthorsebatterystaple trustno1trustno1 qwertyuiopasdf 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv
  zaq12wsxcde3 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i q1w2e3r4t5y6 asdfghjklqwerty zxcvbnmasdfghjkl qwerty123456 qwerty1234567 qwertyuiop123
  123456qwerty 123qweasdzxc qweasdzxc123 abc123abc123 abcd1234abcd abcd1234efgh aa123456789a changeme1234 changemeplease
  thisismypassword mypassword123 newpassword1 whatever1234 iloveyouforever iloveyou1234 ihatepasswords letmeinplease
  opensesame123 startrek1234 starwars1234 superman1234 spiderman123 batmanbatman liverpoolfc1 manchesterunited
  chelseafc123 barcelona123 realmadrid123 arsenal12345 michaeljordan michaeljackson onedirection 1234567890qwerty
  administrator kindling1234 kindlingkindling`.split(/\s+/),
)

/** Words of which stolen passwords are put together. A password made of nothing else is no secret. */
export const BASES = [
  'password', 'passwort', 'passwd', 'pass', 'letmein', 'welcome', 'qwertyuiop', 'qwertz', 'qwerty', 'asdfgh', 'iloveyou', 'ilove', 'admin', 'root',
  'login', 'master', 'secret', 'dragon', 'monkey', 'football', 'baseball', 'basketball', 'soccer', 'hockey', 'sunshine', 'princess', 'shadow',
  'superman', 'batman', 'spiderman', 'pokemon', 'starwars', 'michael', 'jessica', 'ashley', 'jennifer', 'charlie', 'jordan', 'hunter', 'buster',
  'summer', 'winter', 'spring', 'autumn', 'january', 'february', 'monday', 'friday', 'flower', 'lovely', 'loveme', 'hello', 'whatever',
  'trustno', 'freedom', 'computer', 'internet', 'google', 'facebook', 'liverpool', 'chelsea', 'arsenal', 'barcelona', 'cheese', 'chocolate',
  'cookie', 'banana', 'orange', 'purple', 'changeme', 'default', 'guest', 'user', 'test', 'demo', 'kindling', 'community', 'abc', 'xyz', 'the', 'my',
  'is', 'please', 'me', 'you', 'i', 'a', 'and', 'now', 'new', 'old', 'safe', 'secure',
]

/** Keyboards and alphabets, along which fingers wander. */
export const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'azertyuiopqsdfghjklmwxcvbn']
