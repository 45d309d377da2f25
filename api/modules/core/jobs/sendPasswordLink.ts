import { SEND_PASSWORD_LINK } from '../../../access/passwords.ts'
import { job } from '../../../write/types.ts'
import { sendPasswordLink } from '../passwordMails.ts'

/** The link by which somebody chooses a first password, or a new one. */
export default job({
  name: SEND_PASSWORD_LINK,
  run: (work, data) => sendPasswordLink(work, String(data['user'])),
})
