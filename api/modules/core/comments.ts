import { Comment } from '#schema/core/comment.ts'
import { reactions } from '../../write/types.ts'

export const commentReactions = [
  reactions(Comment, {
    prepare: (work, input, current) => {
      const { userId } = work.caller.principal
      return current || userId === undefined ? input : { ...input, author: { connect: userId } }
    },
  }),
]
