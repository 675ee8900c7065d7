/** The version of package.json: `dist/` is copied without it. */
export const version = '0.1.0'
