/** For a partner's program, as text to copy: what `/partner/feeds/<name>.json` answers. */
export const feedTypes = `/** JSON Feed 1.1; what it has no word for stands in _coulisses. */
export interface Feed {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  home_page_url: string
  feed_url: string
  language: 'fr'
  items: Offer[]
  _coulisses: {
    read_at: string
    /** True: whatever else you hold is gone. */
    complete: boolean
    /** For ?since= when you read again. */
    next_since: string
    /** Ids of offers that are in this feed no longer. */
    gone: string[]
  }
}

export interface Offer {
  id: string
  title: string
  content_html: string
  date_published?: string
  date_modified: string
  tags: string[]
  _coulisses: {
    reference?: string; posts?: number; starts_on?: string; published_until?: string; client?: string
    profession?: string; domain?: string; contract_type?: string; categories: string[]
    place?: { city?: string; postcode?: string; region?: string; country?: string; latitude?: number; longitude?: number }
    contact?: { name?: string; email?: string; phone?: string }
  }
}`
