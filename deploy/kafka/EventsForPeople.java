import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** The contracts of the services as one page of Markdown: each topic, each event with its fields and an example. */
public final class EventsForPeople {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");

    private EventsForPeople() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getenv().getOrDefault("INTERSPACE_ROOT", "../.."));
        System.out.println("# The events of the house\n");
        System.out.println("CloudEvents 1.0 in binary mode: attributes as Kafka headers (`ce_id`, `ce_type`, `ce_time`,");
        System.out.println("`ce_sequence`; beside them `traceparent`), JSON body. An event may come twice: remember `ce_id`. Ignore what you do not know.");
        for (String service : SERVICES) {
            Path contracts = root.resolve(service + "-service/contracts");
            tell(contracts, JSON.valueToTree(new Yaml().load(Files.readString(contracts.resolve("asyncapi.yaml")))));
        }
    }

    private static void tell(Path contracts, JsonNode contract) throws IOException {
        for (JsonNode operation : contract.path("operations")) {
            if (!operation.path("action").asText().equals("send")) {
                continue;
            }
            JsonNode channel = contract.at(operation.at("/channel/$ref").asText().substring(1));
            System.out.println("\n## " + channel.path("address").asText() + "\n");
            System.out.println(channel.path("description").asText());
            for (JsonNode reference : channel.path("messages")) {
                tellMessage(contracts, contract.at(reference.path("$ref").asText().substring(1)));
            }
        }
    }

    private static void tellMessage(Path contracts, JsonNode message) throws IOException {
        System.out.println("\n### " + message.path("name").asText() + "\n");
        System.out.println(message.path("title").asText() + ".\n");
        String type = message.path("name").asText().replace("com.interspace.", "");
        Path schema = contracts.resolve("events/" + type + ".schema.json");
        JsonNode fields = JSON.readTree(Files.readString(schema));
        System.out.println("| field | type | always there |\n|---|---|---|");
        tellFields("", fields);
        Path example = contracts.resolve("events/" + type + ".example.json");
        if (Files.exists(example)) {
            System.out.println("\n```json\n" + Files.readString(example).strip() + "\n```");
        }
    }

    private static void tellFields(String prefix, JsonNode object) {
        TreeSet<String> required = new TreeSet<>();
        object.path("required").forEach(each -> required.add(each.asText()));
        object.path("properties").fields().forEachRemaining(field -> {
            JsonNode type = field.getValue();
            String name = prefix + field.getKey();
            System.out.println("| `" + name + "` | " + typeOf(type) + " | "
                    + (required.contains(field.getKey()) ? "yes" : "") + " |");
            tellFields(name + ".", type);
            tellFields(name + "[].", type.path("items"));
        });
    }

    private static String typeOf(JsonNode field) {
        if (field.has("enum")) {
            return field.path("enum").toString().replaceAll("[\\[\\]\"]", "").replace(",", ", ");
        }
        String type = field.path("type").isArray()
                ? field.path("type").toString().replaceAll("[\\[\\]\"]", "").replace(",", " or ")
                : field.path("type").asText("any");
        return field.has("format") ? type + ", " + field.path("format").asText() : type;
    }
}
