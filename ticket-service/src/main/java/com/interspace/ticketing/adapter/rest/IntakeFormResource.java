package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.ticketing.intake.IntakeForm;
import com.interspace.ticketing.intake.Phrasebook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form with which the panel takes reports. */
@Path("/v1/intake-form")
@Tag(name = "Intake")
@Produces(MediaType.APPLICATION_JSON)
public class IntakeFormResource {

    @GET
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(
            operationId = "getIntakeForm",
            summary = "Fields, labels and options of a report, in the panel's language",
            description = "In English when we do not speak the language that is asked for.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = IntakeForm.class)))
    public Response get(
            @Parameter(description = "A language tag such as bg or de-AT; without it Accept-Language counts")
                    @QueryParam("lang")
                    String lang,
            @Context HttpHeaders headers) {
        IntakeForm form = IntakeForm.in(Phrasebook.of(wanted(lang, headers)));
        return Response.ok(form)
                .header("Content-Language", form.language())
                .header("Vary", "Accept-Language")
                .build();
    }

    private static List<Locale> wanted(String lang, HttpHeaders headers) {
        if (lang == null || lang.isBlank()) {
            return headers.getAcceptableLanguages();
        }
        Locale locale = Locale.forLanguageTag(lang.trim().replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw new Invalid("lang", "must be a language tag such as bg or de-AT");
        }
        return List.of(locale);
    }
}
