import { armor, Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { AppError } from '../model/errors.ts'
import type { Labels } from '../model/labels.ts'
import type { Cipher } from './cipher.ts'
import type { Keys } from './keyFile.ts'

const sentences = {
  noKey: { fr: 'La clé de chiffrement n’est pas installée : ce champ ne peut être ni lu ni écrit.', en: 'The encryption key is not installed: this field can be neither read nor written.' },
  otherKey: { fr: 'Ce champ a été chiffré pour une autre clé que celle qui est installée.', en: 'This field was encrypted for another key than the one installed.' },
  damaged: { fr: 'Le contenu chiffré de ce champ est endommagé.', en: 'The encrypted content of this field is damaged.' },
} as const satisfies Record<string, Labels>

const refuse = (reason: keyof typeof sentences): AppError => new AppError('UNAVAILABLE', [{ reason, message: sentences[reason] }])

/**
 * The `age` file format (X25519, ChaCha20-Poly1305), armoured so that it is a text: every value can also
 * be opened with the `age` command and the key file. It is written for all keys, so a key may be
 * replaced without a day on which nothing can be read.
 */
export async function createAgeCipher(keys: Keys): Promise<Cipher> {
  const encrypter = new Encrypter()
  const own = await Promise.all(keys.identities.map((identity) => identityToRecipient(identity)))
  for (const recipient of new Set([...own, ...keys.recipients])) encrypter.addRecipient(recipient)
  const decrypter = new Decrypter()
  for (const identity of keys.identities) decrypter.addIdentity(identity)
  return {
    encrypt: async (text) => {
      if (own.length + keys.recipients.length === 0) throw refuse('noKey')
      return armor.encode(await encrypter.encrypt(text))
    },
    decrypt: async (stored) => {
      if (keys.identities.length === 0) throw refuse('noKey')
      return decryptWith(decrypter, stored)
    },
  }
}

async function decryptWith(decrypter: Decrypter, stored: string): Promise<string> {
  try {
    return await decrypter.decrypt(armor.decode(stored), 'text')
  } catch (error) {
    const unmatched = error instanceof Error && error.message.includes('no identity matched')
    throw refuse(unmatched ? 'otherKey' : 'damaged')
  }
}
