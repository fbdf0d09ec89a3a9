package app.inbetween.provider.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Bodies that are too long for an entry and have a file of their own.
 *
 * @param folder of the operator's own file, whose graphs come before those shipped
 */
record Graphs(Optional<Path> folder) {

    static final Graphs SHIPPED = new Graphs(Optional.empty());

    ObjectNode read(Fields fields, String name) {
        try (InputStream file = open(name)) {
            JsonNode graph = new ObjectMapper().readTree(file);
            if (graph instanceof ObjectNode object) {
                return object;
            }
            throw fields.problem("graph", name + " is not a JSON object.");
        } catch (FileNotFoundException e) {
            throw fields.problem("graph", "there is no " + name + ".");
        } catch (IOException e) {
            throw fields.problem("graph", name + " is not JSON.");
        }
    }

    private InputStream open(String name) throws IOException {
        Optional<Path> own = folder.map(it -> it.resolve(name)).filter(Files::isRegularFile);
        InputStream file = own.isPresent() ? Files.newInputStream(own.get())
                : Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }
}
