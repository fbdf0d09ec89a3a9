/** Who did what, to whom, before and after, from where. */
package app.inbetween.admin.audit;
