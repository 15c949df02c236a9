package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.climb.Step;
import com.interspace.escalation.rehearsal.WhatIf;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How past tickets would have climbed a draft. */
@Schema(name = "WhatIf")
public record WhatIfView(
        String serviceId,
        Instant from,
        Instant to,
        int tickets,
        int notWhole,
        boolean truncated,
        List<LevelCount> levels,
        List<PlayedTicket> items) {

    /** How many times a level was really reached, and would have been by the draft. */
    @Schema(name = "WhatIfLevel")
    public record LevelCount(int level, long actual, long draft) {}

    /** One ticket, both ways. */
    @Schema(name = "WhatIfTicket")
    public record PlayedTicket(
            String ticketId, String priority, Instant openedAt, List<PlayedStep> actual, List<PlayedStep> draft) {

        private static PlayedTicket of(WhatIf.Played played) {
            return new PlayedTicket(
                    played.ticket().ticketId(),
                    played.ticket().priority().toString(),
                    played.ticket().createdAt(),
                    played.ticket().steps().stream().map(PlayedStep::of).toList(),
                    played.draft().stream().map(PlayedStep::of).toList());
        }
    }

    /** One line of a history. */
    @Schema(name = "WhatIfStep")
    public record PlayedStep(Instant at, int cycle, int from, int to, String outcome, String cause) {

        private static PlayedStep of(Step step) {
            return new PlayedStep(
                    step.at(),
                    step.cycle(),
                    step.from(),
                    step.to(),
                    step.outcome().toString(),
                    step.cause().toString());
        }
    }

    static WhatIfView of(WhatIf whatIf) {
        List<WhatIf.Played> played = whatIf.tickets();
        return new WhatIfView(
                whatIf.serviceId(),
                whatIf.from(),
                whatIf.to(),
                played.size(),
                whatIf.notWhole(),
                whatIf.truncated(),
                levels(played),
                played.stream().map(PlayedTicket::of).toList());
    }

    private static List<LevelCount> levels(List<WhatIf.Played> played) {
        int highest = played.stream()
                .flatMap(each -> Stream.concat(each.ticket().steps().stream(), each.draft().stream()))
                .mapToInt(Step::to)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, highest)
                .mapToObj(level -> new LevelCount(
                        level,
                        played.stream().mapToLong(each -> each.actually(level)).sum(),
                        played.stream().mapToLong(each -> each.byDraft(level)).sum()))
                .toList();
    }
}
