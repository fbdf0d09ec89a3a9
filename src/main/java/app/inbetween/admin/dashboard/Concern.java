package app.inbetween.admin.dashboard;

/**
 * Something that somebody has to look at.
 *
 * @param tone {@code tip}, {@code warn} or {@code bad}
 * @param text one sentence of fact
 * @param action what the button says
 * @param href where it leads
 */
public record Concern(String tone, String icon, String title, String text, String action, String href) {
}
