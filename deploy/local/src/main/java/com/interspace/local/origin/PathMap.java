package com.interspace.local.origin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.interspace.local.part.Json;
import java.util.List;
import java.util.Optional;

/** Which service answers which path of the one origin: {@code paths.json}, by whole segments. */
public final class PathMap {

    private record Share(String service, List<String> paths) {}

    private final List<Share> shares = Json.data("paths.json", new TypeReference<>() {});

    /** The service of a request path (without query), or nothing when no service has it. */
    public Optional<String> serviceOf(String path) {
        return shares.stream()
                .filter(share -> share.paths().stream().anyMatch(prefix -> covers(prefix, path)))
                .map(Share::service)
                .findFirst();
    }

    private static boolean covers(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
