package app.inbetween.provider.wire;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** How connections are made, and calls put on them. */
final class Lines {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int CONNECTIONS = 64;

    private Lines() {
    }

    static HttpClientOptions usual() {
        return new HttpClientOptions().setVerifyHost(true).setConnectTimeout(CONNECT_MILLIS).setSslHandshakeTimeout(10)
                .setDecompressionSupported(true);
    }

    static PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    }

    /** Where the address is given, the name still decides on the certificate. */
    static RequestOptions options(Call call) {
        boolean secure = call.uri().getScheme().equalsIgnoreCase("https");
        int port = call.uri().getPort() >= 0 ? call.uri().getPort() : secure ? 443 : 80;
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(call.method())).setHost(call.uri().getHost())
                .setPort(port).setSsl(secure).setURI(target(call)).setConnectTimeout(CONNECT_MILLIS);
        call.headers().forEach(options::putHeader);
        call.at().ifPresent(address -> options.setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress())));
        return options;
    }

    private static String target(Call call) {
        String path = call.uri().getRawPath();
        String query = call.uri().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
