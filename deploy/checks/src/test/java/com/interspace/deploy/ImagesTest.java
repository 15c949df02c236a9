package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The images as the poms describe them; to build them takes a registry and is not part of the build. */
class ImagesTest {

    private static final String ROOT = Deploy.text(Deploy.ROOT.resolve("pom.xml"));

    @Test
    void every_service_becomes_an_image_behind_the_same_profile_only() {
        for (String service : Deploy.SERVICES) {
            String pom = Deploy.text(Deploy.ROOT.resolve(service + "-service/pom.xml"));
            assertThat(pom).containsOnlyOnce("quarkus-container-image-jib");
            assertThat(pom.indexOf("quarkus-container-image-jib")).isGreaterThan(pom.indexOf("<id>images</id>"));
        }
    }

    @Test
    void it_stands_on_a_named_jdk_and_runs_as_the_user_that_the_manifests_name() {
        assertThat(ROOT)
                .contains("<quarkus.jib.base-jvm-image>eclipse-temurin:25-jdk<")
                .contains("<quarkus.jib.user>10001:10001<")
                .contains("<quarkus.jib.working-directory>/deployments<")
                .contains("<quarkus.jib.jvm-additional-arguments>${interspace.jvm.options}<");
        assertThat(Deploy.text(Deploy.DEPLOY.resolve("kubernetes/base/every-service.yaml")))
                .contains("runAsUser: 10001");
        for (String user : new String[] {"kubernetes/base/kafka-setup.yaml", "compose/compose.yaml"}) {
            assertThat(Deploy.text(Deploy.DEPLOY.resolve(user))).contains("/deployments/lib/main/*");
        }
    }
}
