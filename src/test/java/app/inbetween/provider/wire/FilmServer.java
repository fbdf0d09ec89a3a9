package app.inbetween.provider.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each connection as a test has written it. */
final class FilmServer implements AutoCloseable {

    static final byte[] FILM = film(300_000);

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile Script script;

    /** What the server does with a connection once it has read the request's head. */
    interface Script {
        void answer(String head, OutputStream out) throws Exception;
    }

    FilmServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    URI origin() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    void follow(Script written) {
        script = written;
    }

    /** What it was asked, from first to last. */
    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static void answer(OutputStream out, String status, String header, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) connection.getInputStream().read());
                }
                heads.add(head.toString());
                script.answer(head.toString(), connection.getOutputStream());
            } catch (Exception e) {
                // The other side has hung up, as some of them should.
            }
        }
    }

    /** The boxes of a film around noise. */
    private static byte[] film(int size) {
        byte[] noise = new byte[size];
        new Random(5).nextBytes(noise);
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(box("ftyp", "isomiso2".getBytes(StandardCharsets.US_ASCII)));
        film.writeBytes(box("moov", new byte[100]));
        film.writeBytes(box("mdat", noise));
        return film.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }
}
