"use strict";
/* Keys and small helps; every page works without it. */
