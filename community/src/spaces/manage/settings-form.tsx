import { Choices, Field, type FieldErrors, type PageContext, type Typed } from '../../foundation/index.ts'
import { kindChanges, kindName } from '../kind-words.ts'
import { postingRights, spaceKinds, spaceVisibilities } from '../rules.ts'
import { DESCRIPTION_LENGTH, NAME_LENGTH } from './rules.ts'
import { manageWords as w } from './words.ts'

const readers = { public: w.visPublic, members: w.visMembers, invited: w.visInvited } as const
const writers = { members: w.postMembers, hosts: w.postHosts, stewards: w.postStewards } as const

/** Everything that can be said about a space. */
export function SettingsFields({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors?: FieldErrors | undefined
}) {
  const { t } = page
  return (
    <>
      <Field
        name="name"
        label={t(w.name)}
        typed={typed}
        errors={errors}
        maxlength={NAME_LENGTH}
        autocomplete="off"
        required
      />
      <Field
        name="description"
        label={t(w.description)}
        hint={t(w.descriptionHint)}
        typed={typed}
        errors={errors}
        rows={2}
        maxlength={DESCRIPTION_LENGTH}
      />
      <Choices
        name="kind"
        legend={t(w.kind)}
        chosen={typed.kind ?? ''}
        errors={errors}
        choices={spaceKinds.map((kind) => ({
          value: kind,
          label: t(kindName[kind]),
          hint: t(kindChanges[kind]),
        }))}
      />
      <Choices
        name="visibility"
        legend={t(w.visibility)}
        chosen={typed.visibility ?? ''}
        errors={errors}
        choices={spaceVisibilities.map((one) => ({ value: one, label: t(readers[one]) }))}
      />
      <Choices
        name="postingBy"
        legend={t(w.posting)}
        hint={t(w.postingHint)}
        chosen={typed.postingBy ?? ''}
        errors={errors}
        choices={postingRights.map((one) => ({ value: one, label: t(writers[one]) }))}
      />
      <Field name="norms" label={t(w.norms)} hint={t(w.normsHint)} typed={typed} errors={errors} rows={4} />
    </>
  )
}
