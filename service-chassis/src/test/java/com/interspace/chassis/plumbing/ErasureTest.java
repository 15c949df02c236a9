package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.erasure.Eraser;
import com.interspace.chassis.erasure.Traces;
import com.interspace.chassis.retention.Forgetful;
import com.interspace.local.fixture.QueryPlan;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends PlumbingTest {

    @Inject
    Eraser eraser;

    @Inject
    DataSource database;

    @All
    List<Forgetful> keepers;

    @Test
    void a_persons_words_leave_the_events_that_wait_and_the_rest_of_them_stays() {
        move("Anna Petrova, anna@acme.example, +359-2-555 0101, called", 1);
        QuarkusTransaction.requiringNew()
                .run(() -> eraser.eraseFromPlumbing(
                        Traces.of(List.of("Anna Petrova"), List.of("anna@acme.example"), List.of("+359 2 555 0101"))));
        assertThat(things.texts("select body from outbox where key = '" + thing + "'"))
                .singleElement()
                .asString()
                .contains("[erased], [erased], [erased], called");
        relay.publishAll();
        assertThat(published()).hasSize(1);
    }

    @Test
    void what_is_old_is_found_by_an_index_in_every_table_that_forgets() throws SQLException {
        assertThat(keepers).extracting(each -> each.retention().table()).contains("outbox", "inbox", "idempotency_key");
        for (Forgetful keeper : keepers) {
            String delete = keeper.retention().statement().replace("?", "timestamptz '2000-01-01'");
            assertThat(QueryPlan.of(database, delete)).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }
}
