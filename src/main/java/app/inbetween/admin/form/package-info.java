/** What administrators type, and what becomes of it: read with care, done once. */
package app.inbetween.admin.form;
