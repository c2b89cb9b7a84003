/** Where the pages of spotlights are. */
export const SPOTLIGHT_PAGE = '/spotlight'
export const KEPT_PAGE = '/spotlight/kept'
export const HOST_PAGE = '/spotlight/host'
export const OFFICE_PAGE = '/admin/spotlight'
