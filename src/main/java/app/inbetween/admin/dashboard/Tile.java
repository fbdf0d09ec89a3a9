package app.inbetween.admin.dashboard;

import java.util.List;

/**
 * A figure of the head of the page.
 *
 * @param notes short lines on what it is made of
 * @param href of the rows behind it
 */
public record Tile(String name, String value, List<String> notes, String href) {
}
