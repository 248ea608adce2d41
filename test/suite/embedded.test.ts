import { createHub } from '../kit/create-hub.js';
import { defineHubSuite } from './hub-suite.js';

defineHubSuite((options) => createHub('embedded', options));
