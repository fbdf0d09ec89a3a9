/** The rules by which people are given credits, and what providers may cost. */
package app.inbetween.admin.rule;
