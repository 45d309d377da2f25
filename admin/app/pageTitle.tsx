/** The title of the tab: what is open, then where. React puts it into the head. */
export const PageTitle = ({ title }: { readonly title: string }) => <title>{title ? `${title} · Coulisses` : 'Coulisses'}</title>
