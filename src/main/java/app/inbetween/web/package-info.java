/** What every page shares: layout data, error pages, htmx helpers, security headers, formats. */
package app.inbetween.web;
