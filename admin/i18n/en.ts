import type { fr } from './fr.ts'

export const en: typeof fr = {
  coulisses: {
    name: 'Coulisses',
    signIn: {
      title: 'Back office', email: 'E-mail', password: 'Password', submit: 'Sign in', expired: 'You have been signed out. Sign in to go on where you were.',
      show: 'Show the password', hide: 'Hide the password', signedInAs: 'Signed in: %{name}',
      forgotten: 'Forgotten password', forgottenHelp: 'Give your e-mail: a link to choose a new password will be sent to you.', sendLink: 'Send the link',
      linkSent: 'If an account has this address, a link is on its way. It works once, for thirty minutes.', back: 'Back to signing in',
      secondStep: 'Second step', code: 'Code', codeHelp: 'Enter the six digits that your telephone shows, or a recovery code.',
      choose: 'Choose a password', newPassword: 'New password', again: 'Once more', keep: 'Save', passwordHelp: 'Twelve characters at least; a sentence does very well.',
      with: 'Sign in with %{name}', refused: 'That did not work: no active account has your verified address, or the service did not answer.',
      notTheSame: 'The two are not the same.', chosen: 'Your password is saved. Sign in.',
    },
    start: { unreachable: 'The service does not answer.', unreachableHelp: 'Check your connection, or try again in a moment.', again: 'Try again', loading: 'Loading…', noRights: 'This account has no access to the back office.' },
    action: { done: '%{name}: done.' },
    approval: { see: 'See the request' },
    bulk: {
      edit: 'Edit', editTitle: 'Edit one record |||| Edit %{smart_count} records', field: 'Field', allOrNothing: 'All or nothing: change none if a single one is refused',
      deleteTitle: 'Delete one record |||| Delete %{smart_count} records', deleteContent: 'This record will be deleted. Go on? |||| These %{smart_count} records will be deleted. Go on?',
      moveTitle: '%{name}: one record |||| %{name}: %{smart_count} records', moveContent: 'Apply “%{name}” to the marked records that allow it?',
      done: 'One record done |||| %{smart_count} records done', result: '%{done} done, %{failed} refused', stillMarked: 'The refused records stay marked.',
    },
    conflict: {
      title: 'This record was changed meanwhile', help: 'Somebody else changed the same fields as you. Choose for each of them which value stays; your other changes are kept.',
      by: 'Last change: %{name}, %{at}.', base: 'Before', mine: 'Your value', theirs: 'The saved value', back: 'Back to the form', save: 'Save these choices',
    },
    dashboard: { title: 'Home', welcome: 'Hello %{name}', recent: 'Changed recently', nothing: 'Nothing so far.', quick: 'Create', all: 'See all', records: 'Your data' },
    delete: { title: 'Delete: %{name}', content: 'Delete “%{label}”? The history keeps a trace of it.' },
    editor: { level: 'Style of the paragraph', paragraph: 'Paragraph', heading: 'Heading %{level}' },
    error: {
      title: 'Something did not work', unexpected: 'An unexpected error occurred.', network: 'The service does not answer. Check your connection, then try again.', signIn: 'Signing in failed.',
      forbidden: 'You are not allowed to do this.', forbiddenTitle: 'Access denied', notFound: 'This record does not exist, or you have no access to it.', notFoundTitle: 'Not found', page: 'This page does not exist, or you have no access to it.',
      crash: 'This page ran into an error', crashHelp: 'What you saved is safe. Reload the page; if the error comes back, tell the administrator.', reload: 'Reload', home: 'Back to the home page',
    },
    field: { hide: 'Hide: %{name}', reveal: 'Show: %{name}', latitude: 'Latitude', longitude: 'Longitude', km: 'km' },
    file: { choose: 'Choose a file', replace: 'Replace', failed: 'The file could not be transferred.', tooLarge: 'This file is too large: at most %{max}.' },
    filter: {
      any: 'No matter', by: 'Filter by…', empty: 'Empty', filled: 'Filled', from: '%{name}: from', to: 'to', isEmpty: '%{name}: empty', isFilled: '%{name}: filled',
      more: 'More conditions: %{name}', remove: 'Remove the filter: %{name}',
    },
    form: { empty: 'empty', denied: 'hidden', none: 'None', general: 'General', faults: 'One thing needs correcting |||| %{smart_count} things need correcting', saveFirst: 'Save your changes first.' },
    help: {
      title: 'Keyboard shortcuts', open: 'Help', save: 'Save the form', search: 'Search the list', palette: 'Go to…', create: 'Create (in a list)', edit: 'Edit (on a record)',
      list: 'Back to the list', home: 'Home', help: 'This help',
    },
    history: {
      none: 'No change.', more: 'Older', hidden: 'changed (value hidden)', to: 'becomes', added: 'added:', removed: 'removed:', somebody: 'Somebody', former: 'Former user',
      undo: 'Undo this change', undoField: 'Bring back: %{name}', restore: 'Bring back the old values', restored: 'The old values are back.',
      confirm: 'Bring back the values from before this change (%{name})? This is a new change.', confirmField: 'Bring back the old value of “%{name}”? This is a new change.',
      actions: { CREATE: 'Created', UPDATE: 'Changed', DELETE: 'Deleted' },
      origins: { ADMIN: 'back office', CLI: 'command line', SITE: 'site', PARTNER: 'partner', JOB: 'background job', SQL: 'database', API: 'API' },
    },
    list: { empty: 'Nothing here yet: %{name}', pages: 'Pages of the list', search: 'Search: %{name}', views: 'Views' },
    menu: { main: 'Main menu', account: 'Account', signOut: 'Sign out', language: 'Language', theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'Like the system' },
    page: { about: 'About this record', details: 'Record', history: 'History', path: 'Breadcrumb' },
    palette: { title: 'Go to…', hint: 'A page, a record…', pages: 'Pages', nothing: 'Nothing matches.' },
    relation: {
      add: 'Add…', create: 'New: %{name}', createNamed: 'Create “%{text}” (%{name})', existing: 'Choose: %{name}', link: 'Link an existing one', nothing: 'Nothing matches', other: 'Choose another', unlink: 'Unlink', drop: 'Remove',
      remove: 'Remove: %{name}', removeNth: 'Remove: %{name} %{number}', up: 'Move up: %{name}', down: 'Move down: %{name}', movedTo: '%{name}: position %{position} of %{total}', sort: '%{name}: type',
    },
    view: {
      choose: 'View', table: 'Table', calendar: 'Calendar', board: 'Board by state', previousMonth: 'Previous month', nextMonth: 'Next month', today: 'Today',
      emptyMonth: 'Nothing this month.', hidden: 'and one more |||| and %{smart_count} more', move: 'Move: %{name}',
    },
  },
  ra: { action: { edit: 'Edit', show: 'Show record', add_filter: 'Filter', select_columns: 'Columns' }, validation: { required: 'This field is required.' } },
}
