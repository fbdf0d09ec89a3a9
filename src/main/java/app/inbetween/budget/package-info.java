/** What people may spend: allowances, limits, and asking for more. */
package app.inbetween.budget;
