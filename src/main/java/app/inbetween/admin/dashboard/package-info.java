/** The studio's credits at a glance: what is out, what was spent on what, and what needs somebody. */
package app.inbetween.admin.dashboard;
