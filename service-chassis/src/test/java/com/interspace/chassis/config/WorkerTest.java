package com.interspace.chassis.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Duration REST = Duration.ofHours(1);
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private Worker worker;

    @AfterEach
    void the_worker_ends() {
        worker.stop();
    }

    @Test
    void woken_once_during_its_work_it_works_again_at_once() throws InterruptedException {
        working(Duration.ofHours(1));

        worker.wake();
        mayEnd.countDown();

        assertThat(nextBeginning()).isNotNull();
    }

    @Test
    void woken_more_often_it_takes_a_breath_for_others_to_come_together() throws InterruptedException {
        Duration breath = Duration.ofMillis(200);
        working(breath);

        worker.wake();
        worker.wake();
        long ended = System.nanoTime();
        mayEnd.countDown();

        assertThat(nextBeginning() - ended).isGreaterThanOrEqualTo(breath.toNanos());
    }

    /** It has begun its work and does not end it yet. */
    private void working(Duration breath) throws InterruptedException {
        worker = new Worker("worker", REST, breath, () -> {
            begun.add(System.nanoTime());
            awaitEnd();
        });
        worker.start();
        assertThat(nextBeginning()).isNotNull();
    }

    private Long nextBeginning() throws InterruptedException {
        return begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void awaitEnd() {
        try {
            mayEnd.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
