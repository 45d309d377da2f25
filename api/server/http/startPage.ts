import type { FastifyInstance } from 'fastify'

export interface DemoAccount {
  readonly email: string
  readonly role: { readonly fr: string; readonly en: string }
}

export interface StartPageOptions {
  /** On the embedded database only. */
  readonly demonstration?: { readonly password: string; readonly accounts: readonly DemoAccount[] } | undefined
}

/** What stands at `/`: where things are, for whoever has just started the house. */
export const startPageRoutes = (options: StartPageOptions) => (app: FastifyInstance): Promise<void> => {
  const page = startPage(options)
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page))
  return Promise.resolve()
}

type Locale = 'fr' | 'en'
const texts = {
  fr: {
    what: 'Le back-office du spectacle vivant : castings, relation clients et musique sur un seul schéma GraphQL.',
    office: 'Ouvrir le back-office', api: 'L’API GraphQL répond à POST sur', health: 'État du service',
    demo: 'Comptes de démonstration', demoNote: 'Base de démonstration : ces comptes n’existent jamais sur une base à vous. Mot de passe :', email: 'Adresse électronique', role: 'Rôle',
  },
  en: {
    what: 'The back office of live entertainment: casting, customer relations and music on one GraphQL schema.',
    office: 'Open the back office', api: 'The GraphQL API answers POST at', health: 'State of the service',
    demo: 'Demonstration accounts', demoNote: 'Demonstration database: these accounts never exist on a database of your own. Password:', email: 'E-mail address', role: 'Role',
  },
} as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)

export const startPage = (options: StartPageOptions): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coulisses</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 2rem 1rem }
main { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)) }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #8886 }
code { background: #8882; padding: .1em .3em; border-radius: .2em }
a.office { display: inline-block; padding: .5rem 1rem; border-radius: .3rem; background: #7b1e3a; color: #fff; text-decoration: none }
</style>
</head>
<body>
<h1>Coulisses</h1>
<main>
${section('fr', options)}
${section('en', options)}
</main>
</body>
</html>
`

function section(locale: Locale, { demonstration }: StartPageOptions): string {
  const text = texts[locale]
  const accounts = demonstration?.accounts.map(({ email, role }) => `<tr><td><code>${escape(email)}</code></td><td>${escape(role[locale])}</td></tr>`).join('\n') ?? ''
  return `<section lang="${locale}">
<p>${text.what}</p>
<p><a class="office" href="/admin/">${text.office}</a></p>
<p>${text.api} <code>/graphql</code>. <a href="/health/ready">${text.health}</a>.</p>
${demonstration ? `<h2>${text.demo}</h2>
<p>${text.demoNote} <code>${escape(demonstration.password)}</code></p>
<table><thead><tr><th scope="col">${text.email}</th><th scope="col">${text.role}</th></tr></thead><tbody>
${accounts}
</tbody></table>` : ''}
</section>`
}
