// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { openScreen, prepareScreens } from '../test/screen.tsx'
import { storeOf } from './store.ts'

prepareScreens()
const sent = (log: readonly { readonly query: string; readonly variables: object }[], name: string) => log.filter((one) => one.query.includes(name)).map((one) => one.variables)
const slow = { timeout: 10_000 }

describe('a list', () => {
  it('has rows that are links, for the keyboard and for screen readers (pitfall 27)', async () => {
    await openScreen('/offers')
    const link = await screen.findByRole('link', { name: 'Accordéoniste pour Metz 6' }, slow)
    expect(link.getAttribute('href')).toMatch(/^\/offers\/[\w-]+\/show$/)
    link.focus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Accordéoniste pour Metz 6' }, slow)).toBeTruthy()
  })

  it('asks nobody row by row what may be done with it (pitfall 18)', async () => {
    const fake = await openScreen('/offers')
    await screen.findByRole('link', { name: 'Accordéoniste pour Metz 6' }, slow)
    expect(sent(fake.log, 'Admin_Offer')).toHaveLength(1)
  })
})

describe('an export', () => {
  it('takes out the columns as they stand, in the order and with the filter of the list, and says what was refused', async () => {
    const asked: unknown[] = []
    const answers = [new Response('N,1\r\n'), new Response(JSON.stringify({ errors: [{ message: 'Vous pouvez lire ces enregistrements, mais pas les exporter.', extensions: { code: 'FORBIDDEN' } }] }), { status: 403 })]
    const saved: Blob[] = []
    Object.assign(URL, { createObjectURL: (blob: Blob) => { saved.push(blob); return '#' }, revokeObjectURL: () => undefined })
    await openScreen('/offers?filter=%7B%22q%22%3A%22Metz%22%7D&sort=title&order=DESC')
    const button = await screen.findByRole('button', { name: 'Exporter' }, slow)
    const others = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (!url.endsWith('/export')) return others(url, init)
      asked.push([url, JSON.parse(String(init.body))])
      return Promise.resolve(answers.shift())
    })
    await userEvent.click(button)
    await waitFor(() => { expect(saved).toHaveLength(1) }, slow)
    expect(asked).toMatchObject([[expect.stringMatching(/\/export$/), { list: 'offers', format: 'CSV', filter: { q: 'Metz' }, sort: [{ title: 'DESC' }], fields: expect.arrayContaining([{ path: 'title', name: 'Title' }]) as unknown }]])
    await userEvent.click(button)
    expect(await screen.findByText('Vous pouvez lire ces enregistrements, mais pas les exporter.', {}, slow)).toBeTruthy()
  })
})

describe('a form', () => {
  it('shows what the server refuses beside its field, and keeps what was typed (pitfall 6)', async () => {
    const fake = await openScreen('/categories/create')
    const name = await screen.findByLabelText(/^Name/, {}, slow)
    await userEvent.type(name, 'théâtre')
    await userEvent.click(screen.getByRole('button', { name: 'Créer' }))
    await screen.findByText('Cette valeur est déjà prise.', { selector: 'p' }, slow)
    expect(name.getAttribute('aria-invalid')).toBe('true')
    expect((name as HTMLInputElement).value).toBe('théâtre')
    await userEvent.type(name, ' musical')
    await userEvent.click(screen.getByRole('button', { name: 'Créer' }))
    await screen.findByRole('heading', { level: 1, name: 'théâtre musical' }, slow)
    expect(fake.store.of('Category').map((row) => row['name'])).toContain('théâtre musical')
  })

  it('is saved when the server says so, not when a message closes (pitfall 7), with what changed (pitfall 16)', async () => {
    const fake = await openScreen('/clients')
    const id = fake.store.of('Client')[0]?.id ?? ''
    const before = fake.store.of('Client')[0]?.['organisation']
    const [link] = await screen.findAllByRole('link', { name: 'Théâtre de Lyon' }, slow)
    if (link) await userEvent.click(link)
    await userEvent.click(await screen.findByRole('link', { name: 'Modifier' }, slow))
    const name = await screen.findByLabelText(/^Legal name/, {}, slow)
    await userEvent.clear(name)
    await userEvent.type(name, 'Théâtre SA')
    await userEvent.keyboard('{Control>}s{/Control}')
    await screen.findByRole('tab', { name: 'Historique' }, slow)
    expect(sent(fake.log, 'Admin_Client_Update')).toEqual([{ id, input: { organisation: { update: { legalName: 'Théâtre SA' } } }, expectedVersion: 1 }])
    expect(fake.store.find('Organisation', before)?.['legalName']).toBe('Théâtre SA')
  })

  it('asks which value stays where two people changed the same field (pitfall 17)', async () => {
    const fake = await openScreen('/categories')
    const row = fake.store.of('Category')[0]
    if (!row) throw new Error('the fake has no category')
    await userEvent.click(await screen.findByRole('link', { name: 'Théâtre' }, slow))
    await userEvent.click(await screen.findByRole('link', { name: 'Modifier' }, slow))
    const name = await screen.findByLabelText(/^Name/, {}, slow)
    fake.store.change('Category', row, { name: 'Scène' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Planches')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const dialog = within(await screen.findByRole('dialog', {}, slow))
    const save = await dialog.findByRole('button', { name: 'Enregistrer ces choix' })
    expect((save as HTMLButtonElement).disabled).toBe(true)
    await userEvent.click(await dialog.findByRole('radio', { name: /Planches/ }, slow))
    await userEvent.click(save)
    await waitFor(() => { expect(row['name']).toBe('Planches') }, slow)
    expect(sent(fake.log, 'Admin_Category_Update').at(-1)).toMatchObject({ expectedVersion: 2, input: { name: 'Planches' } })
  })

  it('uploads a file first and links what was stored (pitfall 22)', async () => {
    const fake = await openScreen('/clients/create')
    await userEvent.type(await screen.findByLabelText(/^Company name/, {}, slow), 'Compagnie')
    await userEvent.upload(screen.getByLabelText('Logo'), new File(['abc'], 'photo.png', { type: 'image/png' }))
    await screen.findByRole('button', { name: /^photo\.png/ }, slow)
    await userEvent.click(screen.getByRole('button', { name: 'Créer' }))
    await screen.findByRole('heading', { level: 1, name: 'Compagnie' }, slow)
    expect(sent(fake.log, 'Admin_Client_Create')).toEqual([{ input: { companyName: 'Compagnie', logo: { connect: fake.store.of('FileAsset')[0]?.id } } }])
  })
})

describe('preferences', () => {
  it('of one account outlive signing out, and are nobody else’s (pitfall 25)', () => {
    const store = storeOf('u1')
    store.setItem('offers.datatable', ['fee'])
    store.reset()
    expect(storeOf('u1').getItem('offers.datatable')).toEqual(['fee'])
    expect(storeOf('u2').getItem('offers.datatable')).toBeUndefined()
    store.setItem('theme', 'dark')
    expect(storeOf('u2').getItem('theme')).toBe('dark')
  })
})
