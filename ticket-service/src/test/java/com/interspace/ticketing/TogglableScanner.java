package com.interspace.ticketing;

import com.interspace.ticketing.attachment.Scanner;
import com.interspace.ticketing.attachment.Verdict;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A scanner that tests switch on, send away and call back. It finds EICAR dangerous, everything else clean. */
@Alternative
@Priority(1)
@ApplicationScoped
class TogglableScanner implements Scanner {

    enum Mood {
        OFF,
        AWAY,
        AT_WORK
    }

    private Mood mood = Mood.OFF;

    void is(Mood now) {
        mood = now;
    }

    @Override
    public boolean isOn() {
        return mood != Mood.OFF;
    }

    @Override
    public Verdict examine(InputStream bytes) throws IOException {
        if (mood != Mood.AT_WORK) {
            throw new IOException("nobody answers");
        }
        boolean found = new String(bytes.readAllBytes(), StandardCharsets.UTF_8).contains("EICAR");
        return found ? Verdict.DANGEROUS : Verdict.CLEAN;
    }
}
