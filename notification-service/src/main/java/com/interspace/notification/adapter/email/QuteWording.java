package com.interspace.notification.adapter.email;

import com.interspace.notification.message.Wording;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * The words of e-mails: {@code templates/mail/<template>.txt} and {@code .html}. The first line of the text template
 * is the subject.
 */
@ApplicationScoped
class QuteWording implements Wording {

    private final Engine engine;

    @Inject
    QuteWording(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Letter write(String template, Map<String, Object> values) {
        String[] text = render(template + ".txt", values).split("\n", 2);
        String body = text[1].strip().replaceAll("\n{3,}", "\n\n") + "\n";
        return new Letter(text[0].strip(), body, render(template + ".html", values));
    }

    private String render(String template, Map<String, Object> values) {
        return engine.getTemplate("mail/" + template).data("mail", values).render();
    }
}
