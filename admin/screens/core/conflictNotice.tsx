import { Alert } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { document } from '../../data/documents.ts'
import type { RecordProps } from '../screen.ts'

const ON = document('query Admin_ConflictsOn($entity: String!, $id: ID!) { data: conflictsOn(entity: $entity, id: $id) { kind message reason } }')
interface Notice { readonly kind: string; readonly message: string; readonly reason: string | null }

/** A rule that alerts is said above the record, before anybody works on it. */
export default function ConflictNotice({ resource, record }: RecordProps) {
  const provider = useAdminDataProvider()
  const { data } = useQuery({
    queryKey: [resource.plural, 'conflictsOn', record.id],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(ON, { entity: resource.name, id: record.id }, signal) as readonly Notice[],
  })
  return (data ?? []).map(({ kind, message, reason }, index) => <Alert key={`${kind} ${index}`} severity="warning" role="status" sx={{ mb: 2 }}>{message}{reason ? <> <em>{reason}</em></> : null}</Alert>)
}
