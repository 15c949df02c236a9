package com.interspace.notification.usecase;

import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeps up with what is said about services. */
@ApplicationScoped
public class FollowServices {

    private final Directory directory;
    private final TellPeople tellPeople;

    @Inject
    FollowServices(Directory directory, TellPeople tellPeople) {
        this.directory = directory;
        this.tellPeople = tellPeople;
    }

    @Transactional
    public void heard(Service service, Notice notice) {
        directory.holdStill(service.serviceId(), null);
        directory.keep(service);
        tellPeople.aboutWhatHoldsStill(notice);
        tellPeople.serviceArrived(service.serviceId());
    }
}
