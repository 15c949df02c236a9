package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.chassis.caller.Role;
import com.interspace.local.identity.Identity;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The realm without a Keycloak; with one it is played in the system test. */
class RealmTest {

    private static final Path FOLDER = Deploy.DEPLOY.resolve("keycloak");

    private final JsonNode realm = Deploy.json(FOLDER.resolve("interspace-realm.json"));
    private final JsonNode people = Deploy.json(FOLDER.resolve("interspace-users-0.json"));

    @Test
    void it_has_the_roles_that_the_services_know() {
        assertThat(realm.at("/roles/realm").findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(roles());
    }

    @Test
    void people_and_clients_are_those_of_the_local_system() {
        Map<String, String> shipped = new TreeMap<>();
        people.path("users").forEach(user -> shipped.put(user.path("username").asText(), rights(user)));
        realm.path("users")
                .forEach(user -> shipped.put(user.path("serviceAccountClientId").asText(), rights(user)));
        Map<String, String> local = new TreeMap<>();
        Identity.all().forEach(each -> local.put(each.name(), each.roles() + " " + each.accounts()));
        assertThat(shipped).isEqualTo(local);
    }

    @Test
    void the_realm_itself_knows_no_secret_and_no_password() {
        List<String> secrets = realm.findValuesAsText("secret");

        assertThat(secrets).hasSize(4).allSatisfy(secret -> assertThat(secret).matches("\\$\\{[A-Z_]+}"));
        assertThat(realm.findValue("credentials")).isNull();
    }

    @Test
    void only_an_administrator_says_which_account_somebody_belongs_to() throws Exception {
        String text = realm.findValue("kc.user.profile.config").path(0).asText();
        for (JsonNode attribute : Deploy.JSON.readTree(text).path("attributes")) {
            if (attribute.path("name").asText().equals("account")) {
                assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
                return;
            }
        }
        throw new AssertionError("The profile has no attribute account.");
    }

    @Test
    void nobody_signs_in_past_the_panel() {
        realm.path("clients").forEach(client -> {
            String direct = client.path("directAccessGrantsEnabled").asText();
            assertThat(direct)
                    .isEqualTo(
                            client.path("clientId").asText().equals("panel")
                                    ? "${PANEL_PASSWORD_GRANT:false}"
                                    : "false");
        });
    }

    private static String rights(JsonNode user) {
        List<String> roles = Deploy.JSON.convertValue(user.path("realmRoles"), List.class);
        List<String> accounts = user.at("/attributes/account").isMissingNode()
                ? List.of()
                : Deploy.JSON.convertValue(user.at("/attributes/account"), List.class);
        return roles + " " + accounts;
    }

    private static List<String> roles() {
        return Arrays.stream(Role.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(RealmTest::valueOf)
                .toList();
    }

    private static String valueOf(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
