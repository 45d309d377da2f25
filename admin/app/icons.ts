import Album from '@mui/icons-material/Album'
import Analytics from '@mui/icons-material/Analytics'
import Article from '@mui/icons-material/Article'
import Badge from '@mui/icons-material/Badge'
import Business from '@mui/icons-material/Business'
import CalendarMonth from '@mui/icons-material/CalendarMonth'
import Campaign from '@mui/icons-material/Campaign'
import Category from '@mui/icons-material/Category'
import Code from '@mui/icons-material/Code'
import ConfirmationNumber from '@mui/icons-material/ConfirmationNumber'
import Contacts from '@mui/icons-material/Contacts'
import Description from '@mui/icons-material/Description'
import Euro from '@mui/icons-material/Euro'
import Event from '@mui/icons-material/Event'
import Favorite from '@mui/icons-material/Favorite'
import Folder from '@mui/icons-material/Folder'
import Gavel from '@mui/icons-material/Gavel'
import Groups from '@mui/icons-material/Groups'
import Handshake from '@mui/icons-material/Handshake'
import History from '@mui/icons-material/History'
import HistoryEdu from '@mui/icons-material/HistoryEdu'
import Hub from '@mui/icons-material/Hub'
import Insights from '@mui/icons-material/Insights'
import Inventory2 from '@mui/icons-material/Inventory2'
import Key from '@mui/icons-material/Key'
import Label from '@mui/icons-material/Label'
import ListAlt from '@mui/icons-material/ListAlt'
import Mail from '@mui/icons-material/Mail'
import Map from '@mui/icons-material/Map'
import MusicNote from '@mui/icons-material/MusicNote'
import Notifications from '@mui/icons-material/Notifications'
import Outbox from '@mui/icons-material/Outbox'
import Payments from '@mui/icons-material/Payments'
import Person from '@mui/icons-material/Person'
import PersonSearch from '@mui/icons-material/PersonSearch'
import Place from '@mui/icons-material/Place'
import Public from '@mui/icons-material/Public'
import Receipt from '@mui/icons-material/Receipt'
import Route from '@mui/icons-material/Route'
import RssFeed from '@mui/icons-material/RssFeed'
import School from '@mui/icons-material/School'
import Security from '@mui/icons-material/Security'
import Sell from '@mui/icons-material/Sell'
import Settings from '@mui/icons-material/Settings'
import Sync from '@mui/icons-material/Sync'
import TaskAlt from '@mui/icons-material/TaskAlt'
import TheaterComedy from '@mui/icons-material/TheaterComedy'
import Tune from '@mui/icons-material/Tune'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Work from '@mui/icons-material/Work'
import type { SvgIconComponent } from '@mui/icons-material'

/** The names that declarations give to their icons. Each is imported by itself: the whole set would weigh more than the back office. */
const icons: Readonly<Record<string, SvgIconComponent>> = {
  album: Album, analytics: Analytics, article: Article, badge: Badge, business: Business, calendar: CalendarMonth, campaign: Campaign, category:
  Category, code: Code, contacts: Contacts, contract: HistoryEdu, description: Description, euro: Euro, event: Event, favorite: Favorite, folder:
  Folder, gavel: Gavel, groups: Groups, handshake: Handshake, history: History, hub: Hub, insight: Insights, inventory: Inventory2, key: Key, label:
  Label, list: ListAlt, mail: Mail, map: Map, music: MusicNote, notifications: Notifications, outbox: Outbox, payments: Payments, person: Person,
  person_search: PersonSearch, place: Place, public: Public, receipt: Receipt, route: Route, rss_feed: RssFeed, school: School, security: Security,
  sell: Sell, settings: Settings, sync: Sync, task: TaskAlt, theater: TheaterComedy, ticket: ConfirmationNumber, tune: Tune, warning: WarningAmber,
  work: Work,
}

/** The icon of a resource or a module; one that nobody drew gets that of a list. */
export const iconOf = (name: string | null | undefined): SvgIconComponent => icons[name ?? ''] ?? ListAlt
