package com.interspace.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * As much of kustomize as our files use: resources, patches by target, namespace, labels, images and generated
 * ConfigMaps. A key that it does not know is an error, so that nothing is rendered differently in silence.
 */
final class Kustomization {

    private static final Set<String> KEYS = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "labels",
            "resources",
            "patches",
            "images",
            "configMapGenerator",
            "generatorOptions");
    private static final Set<String> CLUSTER_WIDE = Set.of("Namespace");

    private final Path folder;
    private final JsonNode file;

    private Kustomization(Path folder) {
        this.folder = folder;
        file = Deploy.yaml(folder.resolve("kustomization.yaml"));
        file.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(folder + " uses " + key + ", which this rendering does not know.");
            }
        });
    }

    static List<ObjectNode> render(Path folder) {
        return new Kustomization(folder).render();
    }

    private List<ObjectNode> render() {
        List<ObjectNode> objects = new ArrayList<>();
        file.path("resources").forEach(each -> objects.addAll(resource(folder.resolve(each.asText()))));
        file.path("configMapGenerator").forEach(each -> objects.add(configMap(each)));
        file.path("patches").forEach(patch -> objects.stream()
                .filter(object -> isTarget(patch.path("target"), object))
                .forEach(object -> StrategicMerge.merge(
                        object, withoutName(folder.resolve(patch.path("path").asText())))));
        objects.forEach(this::finish);
        return objects;
    }

    private static List<ObjectNode> resource(Path path) {
        return Files.isDirectory(path)
                ? render(path)
                : Deploy.documents(Deploy.text(path)).stream()
                        .map(each -> (ObjectNode) each)
                        .toList();
    }

    private ObjectNode configMap(JsonNode generator) {
        ObjectNode map = Deploy.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.path("name").asText());
        ObjectNode data = map.putObject("data");
        generator.path("files").forEach(each -> {
            Path path = folder.resolve(each.asText());
            data.put(path.getFileName().toString(), Deploy.text(path));
        });
        return map;
    }

    /** A patch that names its target elsewhere does not rename what it meets. */
    private static ObjectNode withoutName(Path patch) {
        ObjectNode content = (ObjectNode) Deploy.yaml(patch);
        content.remove(List.of("apiVersion", "kind"));
        ((ObjectNode) content.path("metadata")).remove("name");
        return content;
    }

    private static boolean isTarget(JsonNode target, ObjectNode object) {
        boolean kind = object.path("kind").equals(target.path("kind"));
        return kind
                && (!target.has("name") || object.path("metadata").path("name").equals(target.path("name")));
    }

    private void finish(ObjectNode object) {
        ObjectNode metadata = (ObjectNode) object.path("metadata");
        if (file.has("namespace") && !CLUSTER_WIDE.contains(object.path("kind").asText())) {
            metadata.set("namespace", file.path("namespace"));
        }
        file.path("labels").forEach(labels -> {
            label(metadata, labels.path("pairs"));
            JsonNode template = object.path("spec").path("template").path("metadata");
            if (labels.path("includeTemplates").asBoolean() && template.isObject()) {
                label((ObjectNode) template, labels.path("pairs"));
            }
        });
        file.path("images")
                .forEach(image -> object.findParents("image").forEach(each -> tag((ObjectNode) each, image)));
    }

    private static void label(ObjectNode metadata, JsonNode pairs) {
        ((ObjectNode) metadata.withObject("/labels")).setAll((ObjectNode) pairs);
    }

    private static void tag(ObjectNode container, JsonNode image) {
        if (container.path("image").equals(image.path("name"))) {
            String name = image.path("newName").asText(image.path("name").asText());
            container.put("image", name + ":" + image.path("newTag").asText());
        }
    }

    /** Merging as kubernetes does it: lists of things with a name go together by name, other lists are replaced. */
    private static final class StrategicMerge {

        private static final List<String> NAMES = List.of("name", "mountPath", "containerPort");

        static void merge(ObjectNode under, ObjectNode patch) {
            patch.fields().forEachRemaining(each -> {
                JsonNode old = under.get(each.getKey());
                if (old instanceof ObjectNode object && each.getValue() instanceof ObjectNode newer) {
                    merge(object, newer);
                } else if (old instanceof ArrayNode list && nameOf(each.getValue()) != null) {
                    mergeByName(list, (ArrayNode) each.getValue());
                } else {
                    under.set(each.getKey(), each.getValue());
                }
            });
        }

        private static void mergeByName(ArrayNode list, ArrayNode patch) {
            String name = nameOf(patch);
            List<JsonNode> added = new ArrayList<>();
            patch.forEach(newer -> {
                for (JsonNode old : list) {
                    if (old.path(name).equals(newer.path(name))) {
                        merge((ObjectNode) old, (ObjectNode) newer);
                        return;
                    }
                }
                added.add(newer);
            });
            for (int i = 0; i < added.size(); i++) {
                list.insert(i, added.get(i));
            }
        }

        private static String nameOf(JsonNode list) {
            JsonNode first = list.isArray() ? list.path(0) : list.path("no list");
            return NAMES.stream().filter(first::has).findFirst().orElse(null);
        }
    }
}
