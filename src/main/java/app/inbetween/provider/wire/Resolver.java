package app.inbetween.provider.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host by its name. */
interface Resolver {

    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** @return never empty */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
