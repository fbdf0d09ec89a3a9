package app.inbetween.price;

/** What can be asked for now, and what people call it. Whoever knows the models implements it. */
public interface Shelf {

    /** @param model id as in the catalogue, provider first */
    boolean has(String model);

    /** What people call a model; its id where it is no longer known. */
    String nameOf(String model);
}
