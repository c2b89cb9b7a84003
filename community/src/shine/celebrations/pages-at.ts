export const OFFICE_PAGE = '/admin/celebrations'
export const listAt = (slug: string) => `/spaces/${slug}/celebrations`
export const celebrationAt = (id: string) => `/celebrations/${id}`
export const newAt = (slug: string) => `/celebrations/new?space=${slug}`
