package com.interspace.systemtest.fault;

import com.interspace.local.event.Event;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.PackagedService;
import com.interspace.local.launch.Port;
import com.interspace.local.part.Line;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A way in which the world is not as it should be. Striking returns when the world is whole again. */
public enum Fault {
    /** kill -9, and the supervision starts it again. */
    TICKET_KILLED {
        @Override
        String strike(Harm harm) {
            return kill("ticket", harm);
        }
    },
    ESCALATION_KILLED {
        @Override
        String strike(Harm harm) {
            return kill("escalation", harm);
        }
    },
    NOTIFICATION_KILLED {
        @Override
        String strike(Harm harm) {
            return kill("notification", harm);
        }
    },
    RFO_KILLED {
        @Override
        String strike(Harm harm) {
            return kill("rfo", harm);
        }
    },
    BROKER_AWAY {
        @Override
        String strike(Harm harm) {
            harm.system().stopBroker();
            Pause.of(harm.lasting());
            harm.system().startBroker();
            return harm.lasting().toString();
        }
    },
    POSTGRESQL_CRASHED {
        @Override
        String strike(Harm harm) {
            harm.system().crashDatabase();
            return "";
        }
    },
    /** The services and PostgreSQL do not reach each other, and nobody is told. */
    POSTGRESQL_SILENT {
        @Override
        String strike(Harm harm) {
            return silence(Port.POSTGRESQL, harm);
        }
    },
    BROKER_CUT_OFF {
        @Override
        String strike(Harm harm) {
            return cut(Port.KAFKA, harm);
        }
    },
    BROKER_SILENT {
        @Override
        String strike(Harm harm) {
            return silence(Port.KAFKA, harm);
        }
    },
    PEER_CUT_OFF {
        @Override
        String strike(Harm harm) {
            return cut(harm.any(PEERS), harm);
        }
    },
    /** The peer takes the connection and then says nothing. */
    PEER_HALF_OPEN {
        @Override
        String strike(Harm harm) {
            return silence(harm.any(PEERS), harm);
        }
    },
    PEER_SLOW {
        @Override
        String strike(Harm harm) {
            Port port = harm.any(PEERS);
            Line line = harm.system().line(port);
            line.slowDown(Duration.ofMillis(700));
            Pause.of(harm.lasting());
            line.mend();
            return port.toString();
        }
    },
    /** A second process whose clock is minutes off works beside the first. */
    WRONG_CLOCK {
        @Override
        String strike(Harm harm) {
            String service = harm.random().nextInt(3) > 0 ? "ticket" : harm.any(SERVICES);
            Duration off = Duration.ofMinutes(harm.random().nextBoolean() ? 4 : -7);
            PackagedService wrong =
                    harm.system().startAnother(service, Map.of("INTERSPACE_CLOCK_OFFSET", off.toString()));
            try {
                if (service.equals("ticket")) {
                    harm.work().alsoAt(wrong.address());
                }
                Pause.of(harm.lasting());
            } finally {
                harm.work().onlyAtTheOrigin();
                wrong.close();
            }
            return service + " " + off;
        }
    },
    /** A copy of what stands on the topics arrives once more, in any order. */
    EVENTS_REPEATED {
        @Override
        String strike(Harm harm) {
            List<Event> events = new ArrayList<>();
            for (String topic : TOPICS) {
                List<Event> all = harm.system().eventLog().all(topic);
                events.addAll(all.subList(Math.max(0, all.size() - 150), all.size()));
            }
            Collections.shuffle(events, new Random(harm.random().nextLong()));
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", harm.system().kafkaBootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                events.forEach(event -> producer.send(copy(event)));
            }
            return events.size() + " events";
        }
    },
    TRANSACTION_HELD_OPEN {
        @Override
        String strike(Harm harm) {
            String what = harm.any(List.of(
                    "select * from ticket.ticket order by created_at desc limit 5 for update",
                    "select * from escalation.climb order by created_at desc limit 5 for update",
                    "select count(*) from ticket.outbox",
                    "lock table notification.message in share row exclusive mode"));
            try (Connection connection =
                            DriverManager.getConnection(harm.system().jdbcUrl(), "postgres", "");
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                statement.execute(what);
                Pause.of(harm.lasting());
                connection.rollback();
            } catch (SQLException gone) {
                return what + ", ended by " + gone.getMessage();
            }
            return what;
        }
    };

    static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");
    private static final List<Port> PEERS = List.of(Port.SMTP, Port.IMAP, Port.WEBHOOKS);
    private static final List<String> TOPICS = List.of(
            "interspace.service.v1",
            "interspace.ticket.v1",
            "interspace.escalation.v1",
            "interspace.notification.v1",
            "interspace.rfo.v1");

    /**
     * What a fault needs to strike.
     *
     * @param lasting how long the world stays harmed
     */
    record Harm(LocalSystem system, DeskWork work, Random random, Duration lasting) {

        <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }

    /** @return what exactly was done, for the record of the run */
    abstract String strike(Harm harm);

    private static String kill(String service, Harm harm) {
        harm.system().kill(service);
        return "";
    }

    private static String cut(Port port, Harm harm) {
        Line line = harm.system().line(port);
        line.cut();
        Pause.of(harm.lasting());
        line.mend();
        return port + " for " + harm.lasting();
    }

    private static String silence(Port port, Harm harm) {
        Line line = harm.system().line(port);
        line.fallSilent();
        Pause.of(harm.lasting());
        line.mend();
        return port + " for " + harm.lasting();
    }

    private static ProducerRecord<String, String> copy(Event event) {
        ProducerRecord<String, String> copy = new ProducerRecord<>(event.topic(), event.key(), event.body());
        event.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return copy;
    }
}
