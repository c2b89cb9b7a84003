export const MIRROR_PAGE = '/mirror'
