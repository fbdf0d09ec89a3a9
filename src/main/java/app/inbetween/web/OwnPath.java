package app.inbetween.web;

/** Addresses that come from outside and are to be gone to. */
public final class OwnPath {

    private OwnPath() {
    }

    /** A path of this server: browsers read both slashes and backslashes at the beginning as another host. */
    public static String orElse(String wanted, String otherwise) {
        return wanted != null && wanted.matches("/(?![/\\\\])[\\w\\-./?=&%+,:~]*") ? wanted : otherwise;
    }
}
