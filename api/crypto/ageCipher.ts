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
 * be opened with the `age` command and the key file. It is written for the newest key and the further readers,
 * and read with every key, so a key may be replaced without a day on which nothing can be read.
 * @param keys those there are now; asked each time, so that a key that is added is used without a new start
 */
export function createAgeCipher(keys: Keys | (() => Keys)): Cipher {
  const now = typeof keys === 'function' ? keys : () => keys
  let known: { readonly of: Keys; readonly ring: Promise<Ring> } | undefined
  const ring = (): Promise<Ring> => {
    const of = now()
    if (known?.of !== of) known = { of, ring: makeRing(of) }
    return known.ring
  }
  return {
    encrypt: async (text) => {
      const { encrypter } = await ring()
      if (!encrypter) throw refuse('noKey')
      return armor.encode(await encrypter.encrypt(text))
    },
    decrypt: async (stored) => {
      const { all } = await ring()
      if (!all) throw refuse('noKey')
      return await open(all, stored)
    },
    isCurrent: async (stored) => {
      const { newest } = await ring()
      return newest !== undefined && await open(newest, stored).then(() => true, () => false)
    },
  }
}

interface Ring {
  readonly encrypter: Encrypter | undefined
  readonly all: Decrypter | undefined
  /** Opens what was written for the newest key. */
  readonly newest: Decrypter | undefined
}

async function makeRing({ identities, recipients }: Keys): Promise<Ring> {
  const [first] = identities
  const readers = new Set([...(first === undefined ? [] : [await identityToRecipient(first)]), ...recipients])
  const encrypter = new Encrypter()
  for (const reader of readers) encrypter.addRecipient(reader)
  return { encrypter: readers.size > 0 ? encrypter : undefined, all: decrypter(identities), newest: decrypter(identities.slice(0, 1)) }
}

function decrypter(identities: readonly string[]): Decrypter | undefined {
  const made = new Decrypter()
  for (const identity of identities) made.addIdentity(identity)
  return identities.length > 0 ? made : undefined
}

async function open(decrypter: Decrypter, stored: string): Promise<string> {
  try {
    return await decrypter.decrypt(armor.decode(stored), 'text')
  } catch (error) {
    const unmatched = error instanceof Error && error.message.includes('no identity matched')
    throw refuse(unmatched ? 'otherKey' : 'damaged')
  }
}
