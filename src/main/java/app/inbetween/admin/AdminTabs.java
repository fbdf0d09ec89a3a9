package app.inbetween.admin;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The rooms of the administration. */
@ApplicationScoped
@Named
public class AdminTabs {

    /** @param path where it begins, such as {@code /admin/users} */
    public record Tab(String path, String name) {
    }

    public List<Tab> all() {
        return List.of(new Tab("/admin", "Credits"), new Tab("/admin/users", "People"), new Tab("/admin/requests", "Requests"),
                new Tab("/admin/prices", "Prices"), new Tab("/admin/providers", "Providers"),
                new Tab("/admin/rules", "Rules"), new Tab("/admin/jobs", "Jobs"),
                new Tab("/admin/movements", "Movements"), new Tab("/admin/books", "Books"), new Tab("/admin/audit", "Audit"));
    }
}
