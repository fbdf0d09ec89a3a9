/** Everybody's clips, and what can be done about those that do not get on by themselves. */
package app.inbetween.admin.job;
