package app.inbetween.generation.create;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;

/** Tells the options somebody chose from those a form merely showed, so that only a choice follows to another model. */
@ApplicationScoped
class TypedOptions {

    @Inject
    ModelCatalog catalog;

    /** @param asUsual names of those that are as the model has them */
    record Typed(Map<String, String> chosen, Set<String> asUsual) {
    }

    Typed of(CreateForm form) {
        Map<String, String> sent = form.options();
        Typed typed = new Typed(new TreeMap<>(), new TreeSet<>());
        optionsOf(form).stream().filter(option -> sent.containsKey(option.name())).forEach(option -> {
            String text = sent.get(option.name());
            if (text.isEmpty() || option.accept(text).filter(option.standard()::equals).isPresent()) {
                typed.asUsual().add(option.name());
            } else {
                typed.chosen().put(option.name(), text);
            }
        });
        return typed;
    }

    private List<Option> optionsOf(CreateForm form) {
        String model = form.optionsOf().isEmpty() ? form.model() : form.optionsOf();
        return catalog.known(model).map(VideoModel::options).orElse(List.of());
    }
}
