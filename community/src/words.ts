import { words } from './foundation/index.ts'

export const houseErrors = words('house.errors', {
  portTaken: 'Port {port} is taken by another program. Stop that, or set PORT to another number.',
  portNotAllowed:
    'This account may not listen on port {port}. Use a port above 1023, with a reverse proxy in front.',
  hostUnknown: 'HOST is "{host}", which is no address of this machine.',
  noCommunity: 'There is no community at this address yet.',
})
